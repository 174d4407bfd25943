import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import { isPaging } from '../../src/inventory/completeness.ts';
import { resourceTypes } from './load.ts';

/** What a list asks AWS for, whatever is answered: nothing is. */
async function requestsOf(type: AnyResourceType): Promise<ReadonlyMap<string, readonly object[]>> {
  const sent = new Map<string, object[]>();
  const record = (operation: string, input: object = {}): void => {
    sent.set(operation, [...(sent.get(operation) ?? []), input]);
  };
  const api = {
    account: '111122223333',
    partition: 'aws',
    region: 'eu-west-1',
    in: () => api,
    once: (_key: string, read: () => unknown) => read(),
    call: (operation: string, input?: object) => {
      record(operation, input);
      return Promise.resolve({});
    },
    // eslint-disable-next-line require-yield -- no page comes
    async *pages(operation: string, input?: object) {
      record(operation, input);
    },
  };
  try {
    for await (const item of type.list(api as never)) void item;
  } catch {
    // A list may refuse an answer that says nothing; what it asked for is known by then.
  }
  return sent;
}

/** How the SDK documents an operation and the members of its request. */
function documented(type: AnyResourceType, operation: string): string {
  const folder = `node_modules/@aws-sdk/client-${type.service.sdkId.toLowerCase().replaceAll(' ', '-')}/dist-types`;
  const command = readFileSync(`${folder}/commands/${operation}Command.d.ts`, 'utf8');
  const input = /interface \w+CommandInput extends (\w+)/.exec(command)?.[1];
  const models = readdirSync(`${folder}/models`)
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => readFileSync(`${folder}/models/${file}`, 'utf8'));
  const members = models.map(
    (text) => new RegExp(`export interface ${input} (extends [^{]*)?\\{[\\s\\S]*?\\n\\}`).exec(text)?.[0] ?? '',
  );
  return [/\/\*\*(?:(?!\*\/)[\s\S])*@example/.exec(command)?.[0] ?? '', ...members]
    .join(' ')
    .replaceAll(/<[^>]*>|\*/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const size = '(?:MaxResults|maxResults|MaxItems|MaxRecords|max-buckets|MaxBuckets|PageSize|Limit)';
/** The class of operations whose answer ends at a limit, with no token to go on, unless a page size is asked for. */
const endsWithoutSize = new RegExp(
  `must (?:set|specify|include|provide) ${size}|(?:do not|don't) (?:set|specify|include|provide) ${size}[^.]*(?:maximum of|up to|only)|only using paginated|[Uu]npaginated`,
);

describe.each(resourceTypes.map((type) => [type.key, type] as const))('%s', (_key, type) => {
  it('asks for what it says it asks for, and for nothing that narrows its list', async () => {
    const sent = await requestsOf(type);
    for (const [operation, members] of Object.entries(type.narrows)) {
      for (const [member, does] of Object.entries(members)) {
        const given = (sent.get(operation) ?? []).map((input) => member in input);
        if (does === 'asked') expect(given, `${operation} ${member}`).not.toContain(false);
        if (does === 'unless given') expect(given, `${operation} ${member}`).not.toContain(true);
      }
    }
  });

  it('asks for pages of a size where the answer would end without one', async () => {
    const sent = await requestsOf(type);
    for (const operation of type.calls) {
      // What is kept of a model has no documentation: then a size is always asked for.
      const modelled = existsSync(`src/services/${type.service.id}/model.json`);
      if (!modelled && !endsWithoutSize.test(documented(type, operation))) continue;
      for (const input of sent.get(operation) ?? []) expect(Object.keys(input).some(isPaging), operation).toBe(true);
    }
  });
});

describe('the class of answers that end without a page size', () => {
  it.each([
    ['You must set MaxResults to receive a value for NextToken', true],
    ["If you don't set MaxResults, the response includes a maximum of 1,000 results", true],
    ['Unpaginated ListBuckets requests are only supported for accounts', true],
    ['The maximum number of results to return in a single call', false],
    ["If you don't specify a value, the default is up to 50 items.", false],
  ])('%s', (text, is) => {
    expect(endsWithoutSize.test(text)).toBe(is);
  });
});
