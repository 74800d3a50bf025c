import path from 'node:path';
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { PROJECTS, ROOT } from './scripts/paths.mjs';

const NODE_MODULES = { regex: '^node:', message: 'Only src/node may use Node: the extension also runs in a browser.' };
const VSCODE = { name: 'vscode', message: 'The domain and the sync know nothing of an editor.' };

export default defineConfig(
  { ignores: ['dist/', '.vscode-test/', 'scripts/editor/stand-ins/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { project: PROJECTS.map((folder) => path.join(ROOT, folder, 'tsconfig.json')) } },
  },
  {
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // The editor takes anything that has the shape of its classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', 350],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/node/**', 'src/extension.node.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [NODE_MODULES] }], 'no-console': 'error' },
  },
  {
    files: ['src/core/**/*.ts', 'src/parsing/**/*.ts', 'src/sync/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [VSCODE], patterns: [NODE_MODULES] }] },
  },
  {
    // Classes with nothing but static members or without any are what Mocha and the editor's interfaces ask for.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off',
      // Spreading a string gives its code points, which is what tests of odd texts mean.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // TypeScript checks these files by their JSDoc, whose casts the linter does not see.
    files: ['**/*.mjs', '**/*.js'],
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // TypeScript knows every name; the linter would have to be told.
  { rules: { 'no-undef': 'off' } },
);
