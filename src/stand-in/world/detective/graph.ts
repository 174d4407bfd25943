import { answers } from '../../answers.ts';
import { account, arnOf, daysAgo, mainRegion } from '../../facts.ts';

export default answers('detective', {
  ListGraphs: ({ region, account: asked }) => ({
    GraphList:
      region === mainRegion && asked === account
        ? [{ Arn: arnOf('detective', 'graph:0a1b2c3d4e5f60718293a4b5c6d7e8f9'), CreatedTime: daysAgo(90) }]
        : [],
  }),
  ListInvitations: { Invitations: [] },
});
