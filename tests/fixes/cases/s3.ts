import type { Aws, Build } from '../world.ts';
import { account, region } from '../world.ts';

const bucket = (aws: Aws): Promise<string> =>
  aws`s3api create-bucket --bucket reports --create-bucket-configuration ${`LocationConstraint=${region}`}`;

/** A bucket whose policy lets everybody do something. */
const open =
  (action: string): Build =>
  async (aws) => {
    await bucket(aws);
    const statement = { Effect: 'Allow', Principal: '*', Action: action, Resource: 'arn:aws:s3:::reports/*' };
    await aws`s3api put-bucket-policy --bucket reports --policy ${{ Version: '2012-10-17', Statement: statement }}`;
  };
const acl =
  (...granted: readonly [option: string, value: string]): Build =>
  async (aws) => {
    await bucket(aws);
    await aws`s3api put-bucket-acl --bucket reports ${granted[0]} ${granted[1]}`;
  };
const plain: Build = async (aws) => {
  await bucket(aws);
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  's3-account-public-access-blocked': async () => {},
  's3-bucket-access-logging-enabled': async (aws) => {
    await bucket(aws);
    await aws`s3api create-bucket --bucket the-logs --create-bucket-configuration ${`LocationConstraint=${region}`}`;
    // The emulator asks for this ACL; AWS takes a policy for it.
    await aws`s3api put-bucket-acl --bucket the-logs --grant-write uri=http://acs.amazonaws.com/groups/s3/LogDelivery --grant-read-acp uri=http://acs.amazonaws.com/groups/s3/LogDelivery`;
    return { LOG_BUCKET: 'the-logs' };
  },
  's3-bucket-acls-disabled': plain,
  's3-bucket-acl-no-public-list': acl('--acl', 'public-read'),
  's3-bucket-acl-no-public-write': acl('--grant-write', 'uri=http://acs.amazonaws.com/groups/global/AllUsers'),
  's3-bucket-kms-encrypted': async (aws) => {
    await bucket(aws);
    return { KEY_ARN: `arn:aws:kms:${region}:${account}:key/11112222-3333-4444-5555-666677778888` };
  },
  's3-bucket-lifecycle-configured': plain,
  's3-bucket-not-public': [open('s3:GetObject'), acl('--acl', 'public-read')],
  's3-bucket-policy-no-public-write': open('s3:PutObject'),
  's3-bucket-public-access-blocked': plain,
  's3-bucket-object-lock-enabled': plain,
  's3-bucket-replication-enabled': async (aws) => {
    await bucket(aws);
    await aws`s3api put-bucket-versioning --bucket reports --versioning-configuration Status=Enabled`;
    await aws`s3api create-bucket --bucket copies --create-bucket-configuration ${`LocationConstraint=${region}`}`;
    await aws`s3api put-bucket-versioning --bucket copies --versioning-configuration Status=Enabled`;
    return { COPY_BUCKET_ARN: 'arn:aws:s3:::copies', ROLE_ARN: `arn:aws:iam::${account}:role/copier` };
  },
  's3-bucket-versioning-enabled': plain,
  's3-bucket-website-hosting-disabled': async (aws) => {
    await bucket(aws);
    await aws`s3api put-bucket-website --bucket reports --website-configuration ${{ IndexDocument: { Suffix: 'index.html' } }}`;
  },
  's3-bucket-secure-transport-enforced': [plain, open('s3:GetObject')],
};

/** Why what a check asks for is no command. */
export const untried: Readonly<Record<string, string>> = {
  's3-access-point-public-access-blocked':
    'no command: another access point takes its place, and who uses it is not known',
  's3-multi-region-access-point-public-access-blocked':
    'no command: another access point takes its place, and who uses it is not known',
  's3-bucket-objects-not-public': 'it never fails: whether an object is public is for a person to look at',
  's3-bucket-mfa-delete-enabled': 'only the root user may do it, with a code of its MFA device',
  's3-bucket-policy-no-cross-account': 'no command: which accounts need the bucket is for a person to say',
};
