import type { OrganizationResult } from '../../src/organization/merge/model.ts';

/** A file of a format: its name, where there are several, and how it is made. */
export interface OrganizationFile {
  readonly extension: string;
  render(result: OrganizationResult): Iterable<string> | AsyncIterable<string>;
}

/** What `audit org report --format` takes, but for the table and HTML: each is one or more files. */
export const organizationFormats: Readonly<Record<string, () => Promise<readonly OrganizationFile[]>>> = {
  json: async () => [{ extension: 'json', render: (await import('./json.ts')).json }],
  ndjson: async () => [{ extension: 'ndjson', render: (await import('./ndjson.ts')).ndjson }],
  markdown: async () => [{ extension: 'md', render: (await import('./markdown.ts')).markdown }],
  async csv() {
    const { accountsCsv, findingsCsv, requirementsCsv } = await import('./csv.ts');
    return [
      { extension: 'accounts.csv', render: accountsCsv },
      { extension: 'findings.csv', render: findingsCsv },
      { extension: 'requirements.csv', render: requirementsCsv },
    ];
  },
};
