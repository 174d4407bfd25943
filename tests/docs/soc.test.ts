import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sessionName, userAgent } from '../../src/program/user-agent.ts';

const text = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('what tells the scan apart', () => {
  it('is what the program sends', () => {
    const [name = ''] = userAgent.split('/');
    expect(userAgent).toMatch(/^aws-posture-audit\/\d+\.\d+\.\d+/);
    expect(sessionName).toBe('aws-posture-audit');
    expect(text('docs/soc.md')).toContain(`\`${name}/<version>\``);
    expect(text('docs/soc.md')).toContain(`assumed-role/<role>/${sessionName}`);
  });

  it('is in every query', () => {
    const queries = [...text('docs/soc.md').matchAll(/```\w*\n([^`]+)```/g)].map(([, query]) => query);
    expect(queries.length).toBeGreaterThan(4);
    for (const query of queries) expect(query).toContain('aws-posture-audit');
  });
});

it('nothing tells anybody to install a package by its name from the registry', () => {
  const readers = [
    'README.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    'docs/packs.md',
    'docs/custom-checks.md',
    'docs/soc.md',
  ];
  for (const file of [...readers, 'docs/examples/pack/README.md', 'src/config/example.yaml', 'src/cli/init.ts'])
    expect(text(file), file).not.toMatch(
      /(?:npx|npm (?:i|install|exec)|pnpm (?:add|dlx)|yarn (?:add|dlx))[^\n]* aws-posture-audit(?![\w.-]*\.tgz)/,
    );
});
