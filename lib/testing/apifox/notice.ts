import { createHmac } from 'node:crypto';

export interface Notice {
  event?: string;
  /** Name of the endpoint that was saved. */
  api?: string;
  secret: string;
  /** The vendor does not document the header's name. */
  header?: string;
}

/** The call that Apifox makes when an endpoint was saved: thin, localised, signed with SHA-1. */
export function apifoxNotice(url: string, notice: Notice): Request {
  const { event = 'API_UPDATED', api = '查询宠物', secret, header = 'x-apifox-sign' } = notice;
  const content = [
    '所在团队：示例团队',
    '所在项目：宠物店',
    `接口名称：${api}`,
    '接口路径：GET /pets/{petId}',
    '修改者：小明',
    '修改时间：2026-05-01 12:00:00',
  ].join('  \n');
  const body = JSON.stringify({ event, title: '接口修改', content });
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json;charset=utf-8',
      [header]: `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`,
    },
    body,
  });
}
