/** What CycloneDX 1.5 asks of the parts we write. https://cyclonedx.org/docs/1.5/json/ */
const component = {
  type: 'object',
  required: ['type', 'name', 'bom-ref', 'version', 'purl', 'licenses', 'properties'],
  properties: {
    type: { enum: ['library', 'application'] },
    name: { type: 'string', minLength: 1 },
    version: { type: 'string', minLength: 1 },
    purl: { type: 'string', pattern: '^pkg:npm/(%40[^/@]+/)?[^/@]+@[^/@]+$' },
    scope: { const: 'required' },
    hashes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['alg', 'content'],
        properties: { alg: { const: 'SHA-512' }, content: { type: 'string', pattern: '^[0-9a-f]{128}$' } },
      },
    },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: { license: { type: 'object', required: ['id'] }, expression: { type: 'string' } },
        additionalProperties: false,
        minProperties: 1,
      },
    },
    components: { type: 'array', items: { $ref: '#/$defs/component' } },
  },
};
export const bomSchema = {
  $defs: { component },
  type: 'object',
  required: [
    '$schema',
    'bomFormat',
    'specVersion',
    'serialNumber',
    'version',
    'metadata',
    'components',
    'dependencies',
  ],
  properties: {
    bomFormat: { const: 'CycloneDX' },
    specVersion: { const: '1.5' },
    serialNumber: { type: 'string', pattern: '^urn:uuid:[0-9a-f-]{36}$' },
    version: { const: 1 },
    metadata: {
      type: 'object',
      required: ['timestamp', 'component'],
      properties: { component: { $ref: '#/$defs/component' } },
    },
    components: {
      type: 'array',
      minItems: 1,
      items: { allOf: [{ $ref: '#/$defs/component' }, { required: ['hashes'] }] },
    },
    dependencies: { type: 'array', items: { type: 'object', required: ['ref', 'dependsOn'] } },
  },
};
