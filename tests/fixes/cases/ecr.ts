import type { Build } from '../world.ts';

const plain: Build = async (aws) => {
  await aws`ecr create-repository --repository-name web`;
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'ecr-registry-scan-on-push-all-repositories': plain,
  'ecr-repository-policy-not-public': async (aws, front) => {
    await plain(aws, front);
    const statement = { Sid: 'all', Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' };
    await aws`ecr set-repository-policy --repository-name web --policy-text ${{ Version: '2012-10-17', Statement: [statement] }}`;
  },
  'ecr-repository-scan-on-push-enabled': plain,
  'ecr-repository-tags-immutable': plain,
};

export const untried: Readonly<Record<string, string>> = {
  'ecr-public-repository-reviewed': 'the check never fails: it asks a person to look',
};
