import type { Build } from '../world.ts';

const made: Build = async (aws) => {
  await aws`kinesis create-stream --stream-name clicks --shard-count 1`;
};
const stranger = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'anyone',
      Effect: 'Allow',
      Principal: '*',
      Action: ['kinesis:GetRecords'],
      Resource: 'arn:aws:kinesis:eu-west-1:123456789012:stream/clicks',
    },
  ],
});
const open: Build = async (aws) => {
  await aws`kinesis create-stream --stream-name clicks --shard-count 1`;
  await aws`kinesis put-resource-policy --resource-arn arn:aws:kinesis:eu-west-1:123456789012:stream/clicks --policy ${stranger}`;
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'kinesis-stream-encrypted-at-rest': made,
  'kinesis-stream-retention-sufficient': made,
  'kinesis-stream-policy-not-public': open,
};

export const untried: Readonly<Record<string, string>> = {
  'kinesis-stream-policy-no-cross-account': 'no command: which other accounts are partners is for a person to say',
  'kinesis-stream-encrypted-cmk': 'which key it is for a person to make',
};
