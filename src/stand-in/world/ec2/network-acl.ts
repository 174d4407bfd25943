import { answers } from '../../answers.ts';
import { account, idIn } from '../../facts.ts';

export default answers('ec2', {
  DescribeNetworkAcls: ({ region }) => {
    const NetworkAclId = idIn(region, 'acl');
    const entry = { Egress: false, Protocol: '-1', CidrBlock: '0.0.0.0/0' };
    return {
      NetworkAcls: [
        {
          NetworkAclId,
          VpcId: idIn(region, 'vpc'),
          OwnerId: account,
          IsDefault: true,
          Associations: [
            { NetworkAclAssociationId: idIn(region, 'assoc'), NetworkAclId, SubnetId: idIn(region, 'subnet') },
          ],
          Entries: [
            { RuleNumber: 100, RuleAction: 'allow', ...entry },
            { RuleNumber: 32767, RuleAction: 'deny', ...entry },
          ],
        },
      ],
    };
  },
});
