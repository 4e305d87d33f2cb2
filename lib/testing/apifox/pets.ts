/** A small project as Apifox exports it: in Chinese, with the vendor's extensions. */
export function petsDocument(
  options: { title?: string; version?: string; maxLength?: number; order?: string } = {},
) {
  const { title = 'Pets', version = '1.0.0', maxLength = 40, order = '01A' } = options;
  const operation = (id: number, summary: string) => ({
    summary,
    deprecated: false,
    tags: ['宠物'],
    'x-apifox-folder': '宠物',
    'x-apifox-status': 'released',
    'x-apifox-maintainer': '小明',
    'x-run-in-apifox': `https://app.apifox.com/web/project/4711/apis/api-${id}-run`,
  });
  const pet = { $ref: '#/components/schemas/Pet' };
  const content = { 'application/json': { schema: pet } };
  return {
    openapi: '3.1.0',
    info: { title, description: '', version },
    tags: [{ name: '宠物' }],
    paths: {
      '/pets': {
        post: {
          ...operation(101, '新建宠物'),
          operationId: 'createPet',
          requestBody: { required: true, content },
          responses: { '201': { description: '成功', content }, '422': { description: '参数错误' } },
        },
      },
      '/pets/{petId}': {
        get: {
          ...operation(102, '查询宠物'),
          operationId: 'getPet',
          parameters: [
            { name: 'petId', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
          ],
          responses: { '200': { description: '成功', content }, '404': { description: '不存在' } },
        },
      },
    },
    components: {
      schemas: {
        Pet: {
          type: 'object',
          required: ['name'],
          properties: {
            id: { type: 'integer', readOnly: true },
            name: { type: 'string', minLength: 1, maxLength },
          },
          'x-apifox-orders': [order],
        },
      },
    },
  };
}
