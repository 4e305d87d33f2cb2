/** A project at a vendor, as a connection names it. */
export interface ExportSource {
  provider: 'apifox' | 'apidog';
  /** Absent: the vendor's own server. */
  baseUrl: string | null;
  projectId: string;
  branchId: string | null;
  moduleId: string | null;
  token: string;
}

const vendors = {
  apifox: {
    base: 'https://api.apifox.com',
    versionHeader: 'x-apifox-api-version',
    extensions: 'includeApifoxExtensionProperties',
    locale: 'zh-CN',
  },
  apidog: {
    base: 'https://api.apidog.com',
    versionHeader: 'x-apidog-api-version',
    extensions: 'includeApidogExtensionProperties',
    locale: 'en-US',
  },
} as const;

const apiVersion = '2024-03-28';

/** The call that exports a project: everything in it, with the extensions that carry stable ids and maintainers. */
export function exportRequest(source: ExportSource): {
  url: string;
  headers: Record<string, string>;
  body: string;
} {
  const vendor = vendors[source.provider];
  const base = (source.baseUrl ?? vendor.base).replace(/\/+$/, '');
  const url = `${base}/v1/projects/${encodeURIComponent(source.projectId)}/export-openapi?locale=${vendor.locale}`;
  return {
    url,
    headers: {
      authorization: `Bearer ${source.token}`,
      [vendor.versionHeader]: apiVersion,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({
      scope: { type: 'ALL' },
      options: { [vendor.extensions]: true, addFoldersToTags: false },
      oasVersion: '3.1',
      exportFormat: 'JSON',
      ...(source.branchId === null ? {} : { branchId: numeric(source.branchId) }),
      // Without it only the default module comes.
      ...(source.moduleId === null ? {} : { moduleId: numeric(source.moduleId) }),
    }),
  };
}

/** Ids are numbers at the vendors; what a self-hosted server uses otherwise stays text. */
function numeric(id: string): number | string {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}
