// Makes plans and states of Terraform's out of a list of resources.

export interface Made {
  readonly at: string;
  /** In a plan: as they are going to be. */
  readonly values: object;
}

export interface Planned extends Made {
  readonly actions: readonly string[];
  /** As they were, where that is known; null where there was nothing. */
  readonly before?: object | null;
}

const partsOf = (at: string) => {
  const [, module = '', data = '', type = '', name = '', index] =
    /^(module\.\w+(?:\["\w+"\])?)?\.?(data\.)?(\w+)\.(\w+)(?:\["(\w+)"\])?$/.exec(at) ?? [];
  return { module, mode: data === '' ? 'managed' : 'data', type, name, index };
};

const row = ({ at, values }: Made) => {
  const { index, mode, type, name } = partsOf(at);
  return { address: at, mode, type, name, ...(index === undefined ? {} : { index }), values };
};
const rootOf = (made: readonly Made[]) => {
  const modules = [...new Set(made.map(({ at }) => partsOf(at).module).filter((module) => module !== ''))];
  const inside = (module: string) => made.filter(({ at }) => partsOf(at).module === module).map(row);
  return {
    resources: inside(''),
    child_modules: modules.map((address) => ({ address, resources: inside(address) })),
  };
};
/** A plan with its changes; the state before it where that is given. */
export const planOf = (changes: readonly Planned[], prior?: readonly Made[]) => ({
  format_version: '1.2',
  terraform_version: '1.9.0',
  planned_values: { root_module: rootOf(changes) },
  resource_changes: changes.map(({ at, values, actions, before }) => ({
    address: at,
    ...partsOf(at),
    change: { actions, ...(before === undefined ? {} : { before }), after: values, after_unknown: {} },
  })),
  ...(prior === undefined ? {} : { prior_state: stateOf(...prior) }),
});
/** A state as `terraform show -json` prints it. */
export const stateOf = (...made: readonly Made[]) => ({
  format_version: '1.0',
  terraform_version: '1.9.0',
  values: { root_module: rootOf(made) },
});
/** The state file itself. */
export const stateFileOf = (...made: readonly Made[]) => ({
  version: 4,
  terraform_version: '1.9.0',
  resources: made.map(({ at, values }) => {
    const { module, mode, type, name, index } = partsOf(at);
    return { module, mode, type, name, instances: [{ attributes: values, index_key: index }] };
  }),
});
