// The rules every source and test file keeps.
import tseslint from 'typescript-eslint';

export default tseslint.config(...tseslint.configs.strict, {
  rules: { 'max-lines': ['error', 250], 'max-lines-per-function': ['error', { max: 30 }], 'no-console': 'error' },
});
