export interface SignInNotice {
  tone: 'success' | 'danger' | 'warning';
  text: string;
}

/**
 * What to tell for an error code of next-auth or of our own sign-in. Whether the e-mail is known is never told.
 * @param code `CredentialsSignin`, `wait-<seconds>`, or anything else for trouble on our side
 */
export function noticeOf(code: string | null | undefined): SignInNotice | undefined {
  if (code === null || code === undefined || code === '') return undefined;
  if (code === 'CredentialsSignin') {
    return { tone: 'danger', text: 'The e-mail or the password is not right.' };
  }
  const seconds = /^wait-(\d{1,6})$/.exec(code)?.[1];
  if (seconds !== undefined) {
    return {
      tone: 'warning',
      text: `Too many failed sign-ins. Try again in ${duration(Number(seconds))}.`,
    };
  }
  if (code === 'SessionRequired') return { tone: 'warning', text: 'Sign in to open this page.' };
  return { tone: 'danger', text: 'Signing in does not work right now. Try again in a moment.' };
}

function duration(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
