import type { ExactFix, Subject } from '../../engine/check.ts';
import { arnAccount } from '../../text/arn.ts';
import type { trail } from '../../services/cloudtrail/trail.ts';
import { shell } from '../../text/shell.ts';
import { isLogging, notLogging } from './trail-coverage.ts';

type Found = Subject<typeof trail, 'status'>;

const created: ExactFix = {
  note: 'The account has no trail of its own yet. The bucket needs a policy that lets CloudTrail write into it.',
  cli: 'aws cloudtrail create-trail --name account-trail --s3-bucket-name BUCKET --is-multi-region-trail --enable-log-file-validation\naws cloudtrail start-logging --name account-trail',
  terraform:
    'resource "aws_cloudtrail" "account" {\n  name                       = "account-trail"\n  s3_bucket_name             = "BUCKET"\n  is_multi_region_trail      = true\n  enable_log_file_validation = true\n}',
};

/** Commands that make the account's own trail log, in every region where that is asked; a trail for all regions where there is none. */
export function letTrailLog(trails: readonly Found[], account: string, everyRegion: boolean): ExactFix {
  const own = trails.filter(({ arn }) => arnAccount(arn) === account);
  const found = own.find(({ multiRegion }) => multiRegion) ?? own[0];
  if (found === undefined) return created;
  const { arn, region, status, multiRegion } = found;
  const commands = [
    ...(everyRegion && !multiRegion
      ? [shell`aws cloudtrail update-trail --region ${region} --name ${arn} --is-multi-region-trail`]
      : []),
    ...(status.logging ? [] : [shell`aws cloudtrail start-logging --region ${region} --name ${arn}`]),
  ];
  return {
    ...(status.logging && !isLogging(found)
      ? { note: `Of trail ${found.name}, ${notLogging(found)}: look at the policies of its bucket and key.` }
      : {}),
    ...(commands.length === 0 ? {} : { cli: commands.join('\n') }),
  };
}

/** Commands that let the account's own trail for all regions select events; placeholders where there is none. */
export function selectEvents(trails: readonly Found[], account: string, selectors: readonly object[]): ExactFix {
  const own = trails.filter(({ arn }) => arnAccount(arn) === account);
  const found = own.find(({ multiRegion }) => multiRegion);
  if (found === undefined) return letTrailLog(trails, account, true);
  return {
    note: `The command replaces all selectors of trail ${found.name}: what else it is to log has to be added.`,
    cli: shell`aws cloudtrail put-event-selectors --region ${found.region} --trail-name ${found.arn} --advanced-event-selectors ${selectors}`,
  };
}

const is = (Field: string, ...Equals: readonly string[]): object => ({ Field, Equals });
export const managementSelector = { Name: 'Management events', FieldSelectors: [is('eventCategory', 'Management')] };
/** All objects of all buckets. */
export const objectSelector = (access: 'read' | 'write'): object => ({
  Name: `S3 ${access} events`,
  FieldSelectors: [
    is('eventCategory', 'Data'),
    is('resources.type', 'AWS::S3::Object'),
    is('readOnly', access === 'read' ? 'true' : 'false'),
  ],
});
