import { listed } from '../../inventory/listed.ts';
import { appstream } from './service.ts';

/** Instances that stream applications or desktops to people. */
export const fleet = listed(appstream, 'AWS::AppStream::Fleet', 'DescribeFleets', {
  at: 'Fleets',
  token: 'NextToken',
  narrows: { Names: 'unless given' },
  references: ['https://docs.aws.amazon.com/appstream2/latest/APIReference/API_Fleet.html'],
  id: ({ Name }) => Name,
  keep: {
    arn: 'Arn',
    internetAccess: 'EnableDefaultInternetAccess',
    sessionSeconds: 'MaxUserDurationInSeconds',
    disconnectSeconds: 'DisconnectTimeoutInSeconds',
    /** 0: nobody is disconnected for being idle. */
    idleSeconds: 'IdleDisconnectTimeoutInSeconds',
  },
  label: ({ id }) => `fleet ${id}`,
});
