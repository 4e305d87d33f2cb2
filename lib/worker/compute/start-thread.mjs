// tsx prepares the main thread only: a thread that runs TypeScript asks for it itself.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
