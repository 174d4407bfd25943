import { expect, it } from 'vitest';
import { codeOf } from '../../src/dev/walls.ts';
import { root } from '../../src/stand-in/root.ts';

const ofProcess = 'of the process, whatever it reads';
const byText = 'what follows from the text that it is kept by';

/** What modules keep that they change, and why no account finds another's in it. What is kept by an object is that object's. */
const kept: Readonly<Record<string, string>> = {
  'src/aws/credentials/sign-in-cache.ts unwritten': 'by the file it belongs into',
  'src/cli/entry.ts code': ofProcess,
  'src/cli/entry.ts escaped': ofProcess,
  'src/cli/streams.ts failures': ofProcess,
  'src/config/user-module.ts data': 'in the text of a program of its own',
  'src/config/user-module.ts registered': ofProcess,
  'src/config/watchdog.ts asked': 'in the text of a program of its own',
  'src/config/watchdog.ts ours': 'in the text of a program of its own',
  'src/config/watchdog.ts polls': 'in the text of a program of its own',
  'src/config/watchdog.ts seen': 'in the text of a program of its own',
  'src/config/watchdog.ts worker': ofProcess,
  'src/compliance/load.ts added': 'frameworks of packs are the same for all accounts',
  'src/elsewhere/tools.ts indexes': 'names of the catalogue, the same for all accounts',
  'src/engine/frameworks.ts byCheck': 'frameworks are the same for all accounts',
  'src/iam/boundary-key.ts contexts': byText,
  'src/iam/compile.ts byText': byText,
  'src/iam/condition.ts lastAddress': byText,
  'src/iam/exposure/actions.ts listed': byText,
  'src/iam/keys.ts classes': 'constant',
  'src/iam/known-actions.ts services': 'constant',
  'src/iam/match.ts targets': byText,
  'src/iam/partition.ts translated': 'by partition, and in it by object',
  'src/iam/paths/groundwork.ts contexts': byText,
  'src/iam/paths/openings.ts none': 'constant',
  'src/iam/paths/resources.ts filled': 'by account, among others',
  'src/iam/regions.ts lastId': 'a number that nothing else has',
  'src/judgements/logs/filter-covers.ts patterns': byText,
  'src/secrets/library.ts loading': 'constant',
  'src/secrets/names.ts classes': byText,
  'src/secrets/redact.ts known': 'what is secret is shown for no account',
  'reports/table/width.ts segmenter': 'constant',
  'reports/table/width.ts widths': byText,
};

it('modules keep nothing of an account: several are read in one process', () => {
  const found = [...codeOf(root)]
    .filter(([file]) => !/^(?:src\/(?:dev|stand-in|testing)|reports\/html\/page)\//.test(file))
    .flatMap(([file, source]) =>
      [
        ...source.matchAll(
          /^(?:export )?(?:let (\w+)|const (\w+)(?:: (?!Readonly)[^=\n]*)? = new (?:Map|Set)(?:<[^\n]*>)?\(\))/gm,
        ),
      ].map(([, changing, filled]) => `${file} ${changing ?? filled}`),
    );
  expect(found.sort()).toEqual(Object.keys(kept).sort());
});
