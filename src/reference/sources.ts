// Where the reference data comes from and how old it is; and which services resource control policies reach.
import { lazyData } from './data.ts';

interface Sources {
  readonly source: string;
  readonly version: string;
  /** The day of the data, ISO 8601. */
  readonly asOf: string;
  readonly rcpServices: readonly string[];
}

const sources = lazyData<Sources>('sources.json');

export const referenceSource = (): Pick<Sources, 'source' | 'version' | 'asOf'> => {
  const { source, version, asOf } = sources();
  return { source, version, asOf };
};

/** (AWS page: "Resource control policies (RCPs)") */
export const supportsRcp = (service: string): boolean => sources().rcpServices.includes(service);
