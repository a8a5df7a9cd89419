// Which partition a region belongs to, and what its host names end in. (AWS page: "AWS General Reference: Service endpoints")

export interface Partition {
  readonly name: string;
  readonly regions: RegExp;
  readonly suffix: string;
  /** Where the services of the whole partition are signed for. */
  readonly globalRegion: string;
  /** Where AWS Organizations is, when that is elsewhere. */
  readonly organizationsRegion?: string;
}

const commercial: Partition = {
  name: 'aws',
  regions: /^(?:af|ap|ca|eu|il|me|mx|sa|us)-(?!gov|iso|isob|isof)[a-z]+-\d+$/,
  suffix: 'amazonaws.com',
  globalRegion: 'us-east-1',
};

export const partitions: readonly Partition[] = [
  {
    name: 'aws-cn',
    regions: /^cn-/,
    suffix: 'amazonaws.com.cn',
    globalRegion: 'cn-north-1',
    organizationsRegion: 'cn-northwest-1',
  },
  { name: 'aws-us-gov', regions: /^us-gov-/, suffix: 'amazonaws.com', globalRegion: 'us-gov-west-1' },
  { name: 'aws-iso', regions: /^us-iso-/, suffix: 'c2s.ic.gov', globalRegion: 'us-iso-east-1' },
  { name: 'aws-iso-b', regions: /^us-isob-/, suffix: 'sc2s.sgov.gov', globalRegion: 'us-isob-east-1' },
  { name: 'aws-iso-e', regions: /^eu-isoe-/, suffix: 'cloud.adc-e.uk', globalRegion: 'eu-isoe-west-1' },
  { name: 'aws-iso-f', regions: /^us-isof-/, suffix: 'csp.hci.ic.gov', globalRegion: 'us-isof-south-1' },
  { name: 'aws-eusc', regions: /^eusc-/, suffix: 'amazonaws.eu', globalRegion: 'eusc-de-east-1' },
  commercial,
];

export const partitionOf = (region: string): Partition =>
  partitions.find(({ regions }) => regions.test(region)) ?? commercial;
