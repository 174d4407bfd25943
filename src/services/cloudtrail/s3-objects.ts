import type { FieldValues } from './event-selectors.ts';

/**
 * ARNs of objects: `arn:aws:s3:::bucket/key`. A key is never empty
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html), so `arn:aws:s3:::bucket/` is none, and a
 * bucket's name has letters, digits, dots, hyphens and, in old ones, underscores
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
 */
export const objectArns = (partition: string): FieldValues => {
  const prefix = `arn:${partition}:s3:::`;
  return {
    prefix,
    middles: ['\u{2022}', '\u{2022}/\u{2022}', '/\u{2022}'],
    possible: (value) => /^[\w.\u{2022}-]+\/./su.test(value.slice(prefix.length)),
  };
};

const reads = /^(Get|Head|List|Select)/;
const writes = /^(Abort|Complete|Copy|Create|Delete|Post|Put|Rename|Restore|Update|Upload|Write)/;

/**
 * Names of events on objects of one kind: a selector that leaves out `PutObject` leaves out no read. By the verbs with
 * which S3's operations on objects begin
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html).
 */
export const objectEventNames = (access: 'read' | 'write'): FieldValues => ({
  possible: (name) => name !== '' && !(access === 'read' ? writes : reads).test(name),
});
