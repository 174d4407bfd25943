import type { Aws, Build } from '../world.ts';

const create = (aws: Aws): Promise<string> =>
  aws`dynamodb create-table --table-name carts --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST`;
const plain: Build = async (aws) => void (await create(aws));
/** @param principal whom its policy lets read */
const open =
  (principal: string): Build =>
  async (aws) => {
    await create(aws);
    const arn = await aws`dynamodb describe-table --table-name carts --query Table.TableArn --output text`;
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'own',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::123456789012:root' },
          Action: 'dynamodb:Query',
          Resource: arn,
        },
        { Sid: 'open', Effect: 'Allow', Principal: { AWS: principal }, Action: 'dynamodb:GetItem', Resource: arn },
      ],
    };
    await aws`dynamodb put-resource-policy --resource-arn ${arn} --policy ${JSON.stringify(policy)}`;
  };

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'dynamodb-table-deletion-protection-enabled': plain,
  'dynamodb-table-pitr-enabled': plain,
  'dynamodb-table-policy-not-public': open('*'),
};

const anew = 'no command: it is decided when a cluster is made, and its clients have to be moved to another';

export const untried: Readonly<Record<string, string>> = {
  'dynamodb-dax-cluster-encrypted-at-rest': anew,
  'dynamodb-dax-cluster-encrypted-in-transit': anew,
  'dynamodb-dax-cluster-multi-az': 'no command: how many nodes the cluster has is for a person to say',
  'dynamodb-table-in-backup-plan': 'no command: which plan is meant to back it up is for a person to say',
  'dynamodb-table-kms-encrypted': 'the emulator does not change it of a table',
  'dynamodb-table-policy-no-cross-account': 'no command: who needs the table is for a person to say',
};
