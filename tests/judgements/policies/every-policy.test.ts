import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import type { Inventory } from '../../../src/inventory/inventory.ts';
import { readSnapshot } from '../../../src/inventory/snapshot.ts';
import type { AnyResourceType } from '../../../src/inventory/resource.ts';
import { policySources } from '../../../src/judgements/policies/policy-sources.ts';
import * as services from '../../../src/services/index.ts';
import { root } from '../../../src/stand-in/root.ts';
import { parseDocument } from '../../../src/text/policy-document.ts';

const types: readonly AnyResourceType[] = Object.values(services).flatMap((all) =>
  Object.values(all as Readonly<Record<string, AnyResourceType>>),
);

const limits = 'it limits what passes through, and lets nobody in';
const ofIdentities = 'it says what identities may do, not who may use a resource';
const ofMembers = 'it limits or sets up members of an organization';
const ofTraffic = 'it is no policy of IAM: it says which traffic or protocols pass';

/** Types that read policies which are not those of a resource that lets principals in. */
const otherPolicies: Readonly<Record<string, string>> = {
  'ec2/AWS::EC2::VPCEndpoint': limits,
  'elb/AWS::ElasticLoadBalancing::LoadBalancer': ofTraffic,
  'elbv2/AWS::ElasticLoadBalancingV2::Listener': ofTraffic,
  'apigateway/AWS::ApiGateway::DomainName': ofTraffic,
  'networkfirewall/AWS::NetworkFirewall::FirewallPolicy': ofTraffic,
  'transfer/AWS::Transfer::Server': ofTraffic,
  'fms/AWS::FMS::Policy': ofMembers,
  'organizations/AWS::Organizations::Organization': ofMembers,
  'organizations/AWS::Organizations::Policy': ofMembers,
  'route53/AWS::::Account': 'it counts traffic policies, which say how names are answered',
  'iam/AWS::::Account': 'it says how passwords have to be',
  'identitycenter/AWS::SSO::PermissionSet': ofIdentities,
};

/** Types with a resource policy that paths do not ask by themselves. */
const notInPaths: Readonly<Record<string, string>> = {
  'iam/AWS::IAM::Role': 'the search itself goes by trust policies, each as a step',
  's3control/AWS::S3::AccessPoint': 'a request to one needs its policy and that of its bucket, which is the goal',
  'vpclattice/AWS::VpcLattice::Service':
    "the policies of its networks, which are not read, and the principal's own have to allow too",
  'bedrockagentcore/AWS::BedrockAgentCore::Runtime':
    'its endpoint, whose policy is not read, has one more, and with tokens callers are no principals',
  'signin/AWS::::Account': 'it says from where people sign in to the console, and is no resource that one reaches',
  'xray/AWS::XRay::ResourcePolicy': 'it is itself what is listed: no resource has it, traces of the region do',
  'apigateway/AWS::ApiGateway::RestApi':
    'methods without authorizer ask for no rights: the search goes by its methods, with the policy, as ways in',
};

/** Types with a resource policy of which no check tells exposure. */
const notExposed: Readonly<Record<string, string>> = {
  's3control/AWS::S3::AccessPoint': 'its bucket is exposed through it: s3-bucket-not-public asks both',
  'efs/AWS::EFS::FileSystem':
    'whatever it says, only who reaches a mount target in a VPC comes in: the internet does not',
  's3tables/AWS::S3Tables::TableBucket': 'it counts for its tables: s3tables-table-policy-not-public asks both',
  'signin/AWS::::Account': 'it lets in nobody who is not of the account',
  'ssm/AWS::SSM::Parameter':
    'a share by AWS RAM names accounts: ssm-parameter-policy-shared-accounts-trusted judges it',
  'apigateway/AWS::ApiGateway::RestApi': 'the ways in to APIs ask it with their methods: exposedWays',
};

const isPolicyCall = (call: string): boolean => /^(?:Get|Describe|List)\w*Polic(?:y|ies)$/.test(call);
const looksLike = (name: string): boolean => /polic(?:y|ies)$/i.test(name);

/** Whether a value, or something in it, is a document that names principals. */
function namesPrincipals(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') {
    if (!/"(?:Not)?Principal"/.test(value)) return false;
    const parsed = parseDocument(value);
    return parsed.ok && namesPrincipals(parsed.json, depth + 1);
  }
  if (typeof value !== 'object' || value === null || depth > 12) return false;
  return (
    ('Effect' in value && ('Principal' in value || 'NotPrincipal' in value)) ||
    Object.values(value).some((each) => namesPrincipals(each, depth + 1))
  );
}

let demo: Inventory;
beforeAll(async () => {
  demo = await readSnapshot(join(root, 'demo/account.ndjson'));
});

/** Types of which an operation, a facet or something that the demo company has says that they have a policy. */
const withPolicy = (): string[] =>
  types
    .filter(
      (type) =>
        [type.calls, ...Object.values(type.facetDefs).map(({ calls }) => calls)].flat().some(isPolicyCall) ||
        Object.keys(type.facetDefs).some(looksLike) ||
        demo
          .listings(type)
          .some(
            ({ result }) =>
              result.kind === 'present' &&
              result.records.some(
                ({ item, outcomes }) => Object.keys(item).some(looksLike) || namesPrincipals({ item, outcomes }),
              ),
          ),
    )
    .map(({ key }) => key);

describe('every resource type that reads a policy', () => {
  const sources = new Set(policySources.map(({ type }) => type.key));
  const exposing = new Set(checks.filter(({ exposes }) => exposes === true).map(({ resource }) => resource.key));

  it('is asked by paths, or stands in a list with the reason', () => {
    const asked = withPolicy().filter((key) => !(key in otherPolicies));
    expect(asked.length).toBeGreaterThan(25);
    expect(asked.filter((key) => !sources.has(key) && !(key in notInPaths))).toEqual([]);
    expect([...sources].filter((key) => key in notInPaths)).toEqual([]);
  });

  it('is asked by a check of exposure, or stands in a list with the reason', () => {
    const asked = withPolicy().filter((key) => !(key in otherPolicies));
    expect(asked.filter((key) => !exposing.has(key) && !(key in notExposed))).toEqual([]);
    expect([...exposing].filter((key) => key in notExposed)).toEqual([]);
  });

  it('is still there where a list names it', () => {
    const known = new Set(withPolicy());
    expect([otherPolicies, notInPaths, notExposed].flatMap(Object.keys).filter((key) => !known.has(key))).toEqual([]);
    expect([...sources].filter((key) => !known.has(key))).toEqual([]);
  });
});
