import { expect, it } from 'vitest';
import type { Bom } from '../../src/dev/supply-chain/sbom.ts';
import { bomOf } from '../../src/dev/supply-chain/sbom.ts';
import type { Shipped } from '../../src/dev/supply-chain/shipped.ts';

const shipped = (name: string, more: Partial<Shipped> = {}): Shipped => ({
  name,
  version: '1.0.0',
  license: 'MIT',
  text: '',
  form: 'code',
  ...more,
});
const npmComponent = (name: string): Bom['components'][number] => ({
  'bom-ref': `${name}@1.0.0`,
  type: 'library',
  name,
  version: '1.0.0',
});
const small: Bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  metadata: { component: { 'bom-ref': 'me@1', type: 'library', name: 'folder' } },
  components: ['a', 'between', 'b', 'tool'].map(npmComponent),
  dependencies: [
    { ref: 'me@1', dependsOn: ['a@1.0.0', 'tool@1.0.0'] },
    { ref: 'a@1.0.0', dependsOn: ['between@1.0.0'] },
    { ref: 'between@1.0.0', dependsOn: ['b@1.0.0', 'a@1.0.0'] },
    { ref: 'b@1.0.0', dependsOn: [] },
    { ref: 'tool@1.0.0', dependsOn: ['b@1.0.0'] },
  ],
};

it('keeps a dependency that goes through a package of which nothing is left', () => {
  expect(bomOf(small, [shipped('a'), shipped('b')], 'me').dependencies).toEqual([
    { ref: 'me@1', dependsOn: ['a@1.0.0', 'b@1.0.0'] },
    { ref: 'a@1.0.0', dependsOn: ['b@1.0.0'] },
    { ref: 'b@1.0.0', dependsOn: [] },
  ]);
});

it('puts a package that another carries inside that one', () => {
  const [carrier] = bomOf(
    small,
    [shipped('a'), shipped('@x/y', { form: 'inlined', inside: 'a@1.0.0' })],
    'me',
  ).components;
  expect(carrier?.components).toEqual([
    expect.objectContaining({ 'bom-ref': '@x/y@1.0.0', purl: 'pkg:npm/%40x/y@1.0.0' }),
  ]);
});

it('refuses to describe a package that is not locked', () => {
  expect(() => bomOf(small, [shipped('stranger')], 'me')).toThrow('stranger@1.0.0');
});
