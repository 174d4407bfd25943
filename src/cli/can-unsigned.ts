import type { Caller, Decision } from '../iam/types.ts';

/** Services that answer requests without credentials where a policy lets them; elsewhere AWS asks for a signature. */
const answering: ReadonlySet<string> = new Set(['s3', 'sqs', 'sns', 'es', 'execute-api', 'elasticfilesystem']);
/** Services of which AWS says that every request is signed, or whose resource policies mean AWS accounts by `*`. */
const signedOnly: ReadonlySet<string> = new Set(
  'kms secretsmanager sts iam ecr events backup glacier lambda dynamodb ec2 ssm organizations rds logs cloudtrail'.split(
    ' ',
  ),
);

/** Operations that ACLs of a bucket or object may allow: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions */
const byAcl: ReadonlySet<string> = new Set(
  'getobject getobjectversion putobject deleteobject listbucket listbucketversions listbucketmultipartuploads getobjectacl putobjectacl getobjectversionacl putobjectversionacl getbucketacl putbucketacl'
    .split(' ')
    .map((verb) => `s3:${verb}`),
);

interface Unsigned {
  /** Why such a request is refused, whatever policies say. */
  readonly refused?: string;
  /** What a decision depends on besides policies. */
  depends(decision: Decision): string[];
}

/**
 * What counts besides policies for requests without credentials; undefined: the request is signed.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 * @param action in lower case
 */
export function unsignedRequests({ type }: Caller, action: string): Unsigned | undefined {
  if (type !== 'anonymous') return undefined;
  const service = action.slice(0, action.indexOf(':'));
  if (action === 'lambda:invokefunctionurl') return { depends: () => ["the function URL's authorization type"] };
  if (signedOnly.has(service))
    return { refused: `${service} answers no request without credentials`, depends: () => [] };
  if (!answering.has(service)) return { depends: () => [`whether ${service} answers requests without credentials`] };
  if (service !== 's3') return { depends: () => [] };
  return {
    depends: ({ verdict }) =>
      verdict === 'denied'
        ? byAcl.has(action)
          ? ['ACLs of the bucket and its objects, not read']
          : []
        : ['public access blocks of the bucket and the account, not read'],
  };
}
