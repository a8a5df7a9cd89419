// Makes plans and states of Terraform's out of a list of resources.

export interface Made {
  readonly at: string;
  readonly values: object;
  readonly unknown?: object;
  readonly actions?: readonly string[];
  /** Attributes that refer to another resource. */
  readonly refers?: Readonly<Record<string, readonly string[]>>;
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
const configured = (made: readonly Made[], module: string) => ({
  resources: made
    .filter(({ at }) => partsOf(at).module.replace(/\[.*/, '') === module)
    .map(({ at, refers = {} }) => ({
      type: partsOf(at).type,
      name: partsOf(at).name,
      expressions: Object.fromEntries(Object.entries(refers).map(([key, references]) => [key, { references }])),
    })),
});

/** A plan, with what changes and what refers to what. */
export const planOf = (...made: readonly Made[]) => ({
  format_version: '1.2',
  terraform_version: '1.9.0',
  planned_values: { root_module: rootOf(made) },
  resource_changes: made.map(({ at, unknown = {}, actions = ['no-op'] }) => ({
    address: at,
    change: { actions, after_unknown: unknown },
  })),
  configuration: {
    root_module: { ...configured(made, ''), module_calls: { inner: { module: configured(made, 'module.inner') } } },
  },
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
