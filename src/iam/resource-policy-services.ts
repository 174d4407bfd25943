/**
 * Services of which no resource has a policy of its own, by the service in their ARNs. Of all others it has to be taken
 * that one may be there until it was read: the list of those who have them grows.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const without = new Set(
  (
    'acm airflow amplify apprunner appstream athena autoscaling batch cloudformation cloudfront cloudwatch codecommit codedeploy ' +
    'codepipeline cognito-identity cognito-idp datapipeline dms ds ec2 ecs eks elasticache elasticbeanstalk ' +
    'elasticloadbalancing elasticmapreduce firehose fsx gamelift globalaccelerator guardduty iam imagebuilder inspector2 ' +
    'kinesisanalytics lightsail mq pipes rds rds-db route53 scheduler shield states storagegateway swf workspaces'
  ).split(' '),
);

/** Whether a policy of the resource itself may have a say; that of a role, its trust policy, is told apart. */
export const mayHavePolicy = (service: string): boolean => !without.has(service.toLowerCase());
