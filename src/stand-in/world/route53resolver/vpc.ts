import { answers } from '../../answers.ts';
import { account, idIn, mainRegion } from '../../facts.ts';

/** On in the main region; in the other one nobody ever turned it on. */
export default answers('route53resolver', {
  ListResolverDnssecConfigs: ({ region }) => ({
    ResolverDnssecConfigs:
      region === mainRegion
        ? [
            {
              Id: 'rdsc-689d45d1ae623bf3',
              OwnerId: account,
              ResourceId: idIn(region, 'vpc'),
              ValidationStatus: 'ENABLED',
            },
          ]
        : [],
  }),
});
