/** The short address of the same webhook. */
export { POST } from '../../api/webhook/apifox/route';
