import { answers } from '../../answers.ts';
import { policy } from '../../facts.ts';

/** Managed policies of AWS, as permission sets have them. */
export default answers('iam', {
  GetPolicy: ({ input }) => {
    const Arn = String(input['PolicyArn']);
    return { Policy: { Arn, PolicyName: Arn.slice(Arn.lastIndexOf('/') + 1), DefaultVersionId: 'v1' } };
  },
  GetPolicyVersion: ({ input }) => {
    const admin = String(input['PolicyArn']).endsWith('/AdministratorAccess');
    const Document = encodeURIComponent(
      policy({ Effect: 'Allow', Action: admin ? '*' : ['s3:Get*', 'sagemaker:Describe*'], Resource: '*' }),
    );
    return { PolicyVersion: { Document, VersionId: 'v1', IsDefaultVersion: true } };
  },
});
