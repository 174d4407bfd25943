import { expect, it } from 'vitest';
import { changesIn, released } from '../../src/dev/release-notes.ts';
import { root } from '../../src/stand-in/root.ts';

it('puts changes below what is unreleased, above older releases', () => {
  const log = '# Changelog\n\n## Unreleased\n\n- one\n\n## 0.1.0\n\n- old\n';
  expect(released(log, ['- two\n', '- three\n- four\n'], '0.2.0')).toBe(
    '# Changelog\n\n## Unreleased\n\n## 0.2.0\n\n- one\n- two\n- three\n- four\n\n## 0.1.0\n\n- old\n',
  );
  expect(released('# Changelog\n\n## Unreleased\n', ['- one'], '0.1.0')).toContain('## 0.1.0\n\n- one\n');
  expect(() => released('# Changelog\n', [], '0.1.0')).toThrow('## Unreleased');
});

it('every change is lines of the changelog', () => {
  for (const [file, text] of changesIn(root)) {
    expect(file).toMatch(/^[a-z0-9-]+\.md$/);
    expect(text, file).toMatch(/^(- .{20,}\n)+$/);
  }
});
