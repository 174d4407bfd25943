export { Route53Client as Client, ListHostedZonesCommand, paginateListHostedZones } from '@aws-sdk/client-route-53';
