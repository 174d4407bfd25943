import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  's3vectors-bucket-policy-not-public': async (aws) => {
    await aws`s3vectors create-vector-bucket --vector-bucket-name manuals`;
    const policy = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: '*', Action: 's3vectors:QueryVectors', Resource: '*' },
    };
    await aws`s3vectors put-vector-bucket-policy --vector-bucket-name manuals --policy ${policy}`;
  },
};

export const untried: Readonly<Record<string, string>> = {};
