/** What the account's partition has and lacks, for checks. */
export { lacking, serviceName } from '../aws/partitions.ts';
