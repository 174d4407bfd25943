import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AthenaClient, ListWorkGroupsCommand } from '@aws-sdk/client-athena';
import { awsError, checkSuite, collectType, startStandIn } from 'aws-posture-audit/testing';
import { enforced } from '../src/enforced.ts';
import { workGroup } from '../src/work-group.ts';

checkSuite(
  enforced,
  { id: 'etl', state: 'ENABLED', configuration: { enforced: true, cutoff: undefined } },
  [
    { when: 'settings are enforced', expect: 'pass' },
    {
      when: 'clients choose',
      given: { configuration: { enforced: false, cutoff: undefined } },
      expect: 'fail',
      message: /etl lets clients choose/,
    },
    { when: 'it is disabled', given: { state: 'DISABLED' }, expect: 'not-applicable' },
    {
      when: 'AWS does not say',
      given: { configuration: { enforced: undefined, cutoff: undefined } },
      expect: 'unknown',
    },
  ],
  { describe, it },
);

const answers = {
  ListWorkGroups: { WorkGroups: [{ Name: 'etl', State: 'ENABLED' }] },
  GetWorkGroup: { WorkGroup: { Name: 'etl', Configuration: { EnforceWorkGroupConfiguration: true } } },
};

await it('work groups are read with what they enforce', async () => {
  const { records, sent } = await collectType(workGroup, ['configuration'], answers);
  assert.deepEqual(
    records.map(({ arn }) => arn),
    ['arn:aws:athena:eu-west-1:111122223333:workgroup/etl'],
  );
  assert.deepEqual(
    sent.map(({ operation }) => operation),
    ['ListWorkGroups', 'GetWorkGroup'],
  );
});

await it('work groups that may not be listed are unknown', async () => {
  const { gap } = await collectType(workGroup, [], { ListWorkGroups: awsError('AccessDeniedException') });
  assert.equal(gap?.kind, 'denied');
});

await it('the stand-in answers as Athena does', async () => {
  const aws = await startStandIn(process.cwd());
  aws.answer({ service: 'athena', operation: 'ListWorkGroups' }, answers.ListWorkGroups);
  assert.throws(() => aws.answer({ service: 'athena', operation: 'ListWorkGroups' }, { Groups: [] }), /Groups is not/);
  const client = new AthenaClient({
    endpoint: aws.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const { WorkGroups } = await client.send(new ListWorkGroupsCommand({}));
  assert.deepEqual(WorkGroups, answers.ListWorkGroups.WorkGroups);
  client.destroy();
  await aws.stop();
});
