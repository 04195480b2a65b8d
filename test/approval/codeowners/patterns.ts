/** One pattern, with paths that it means and paths that it doesn't. */
export interface PatternCase {
  readonly pattern: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

export const PATTERNS: readonly PatternCase[] = [
  { pattern: '*', yes: ['README.md', '.github/CODEOWNERS', 'a/b/c', 'grants/people/alice.yaml'], no: [] },
  { pattern: '**', yes: ['README.md', 'a/b/c', '.x'], no: [] },
  { pattern: '/**', yes: ['README.md', 'a/b/c'], no: [] },
  { pattern: '**/', yes: ['a/b', 'a/b/c'], no: ['README.md'] },
  { pattern: '/*', yes: ['README.md', '.gitignore'], no: ['docs/a.md', 'a/b/c'] },
  { pattern: '/', yes: [], no: ['README.md', 'a/b'] },
  {
    pattern: '*.js',
    yes: ['a.js', '.js', 'src/a.js', 'a/b/c.js', 'x.js/y.txt'],
    no: ['a.jsx', 'a.JS', 'js']
  },
  { pattern: '/*.js', yes: ['a.js', 'x.js/y.txt'], no: ['src/a.js', 'a.ts'] },
  {
    pattern: 'apps/',
    yes: ['apps/a', 'apps/a/b', 'x/apps/a', 'x/y/apps/z/a'],
    no: ['apps', 'x/apps', 'apps2/a', 'Apps/a']
  },
  { pattern: 'apps', yes: ['apps', 'apps/a', 'x/apps', 'x/apps/a/b'], no: ['apps2', 'myapps/a', 'APPS'] },
  {
    pattern: '/docs/',
    yes: ['docs/a.md', 'docs/x/y/a.md'],
    no: ['docs', 'x/docs/a.md', 'docs.md', 'Docs/a.md']
  },
  { pattern: '/docs', yes: ['docs', 'docs/a.md', 'docs/x/y'], no: ['x/docs', 'docs.md', 'docsx/a'] },
  { pattern: 'docs/*', yes: ['docs/a.md', 'docs/.hidden'], no: ['docs/x/a.md', 'x/docs/a.md', 'docs'] },
  { pattern: '/docs/*', yes: ['docs/a.md'], no: ['docs/x/a.md', 'x/docs/a.md'] },
  { pattern: 'docs/**', yes: ['docs/a.md', 'docs/x/a.md'], no: ['docs', 'x/docs/a.md'] },
  { pattern: 'docs/**/', yes: ['docs/x/a.md', 'docs/x/y/a.md'], no: ['docs/a.md'] },
  {
    pattern: 'docs/*.md',
    yes: ['docs/a.md', 'docs/x.md/y'],
    no: ['docs/x/a.md', 'docs/a.mdx', 'x/docs/a.md']
  },
  { pattern: 'docs/*/', yes: ['docs/x/a.md', 'docs/x/y/a.md'], no: ['docs/a.md'] },
  { pattern: 'docs/*/a.md', yes: ['docs/x/a.md', 'docs/x/a.md/b'], no: ['docs/a.md', 'docs/x/y/a.md'] },
  { pattern: '**/logs', yes: ['logs', 'logs/x', 'build/logs', 'a/b/logs/c'], no: ['logsx', 'build/mylogs'] },
  { pattern: '**/logs/', yes: ['logs/x', 'a/logs/x/y'], no: ['logs', 'a/logs'] },
  { pattern: '/**/logs', yes: ['logs', 'a/logs', 'a/b/logs/c'], no: ['xlogs'] },
  { pattern: '**/logs/*.txt', yes: ['logs/a.txt', 'x/logs/a.txt'], no: ['logs/x/a.txt', 'a.txt'] },
  {
    pattern: 'a/**/b',
    yes: ['a/b', 'a/x/b', 'a/x/y/b', 'a/x/b/c', 'a/b/b'],
    no: ['b', 'x/a/b', 'a/bx', 'ab']
  },
  { pattern: '/a/**/b/', yes: ['a/b/c', 'a/x/b/c'], no: ['a/b', 'a/x/b', 'x/a/b/c'] },
  {
    pattern: 'a/**/b/**/c',
    yes: ['a/b/c', 'a/x/b/y/c', 'a/b/x/y/c/d', 'a/b/b/c'],
    no: ['a/c', 'a/b/cx', 'b/c']
  },
  { pattern: 'a/**/*', yes: ['a/b', 'a/b/c'], no: ['a', 'b/a/c'] },
  { pattern: 'a/**/*.yaml', yes: ['a/b.yaml', 'a/x/y/b.yaml'], no: ['b.yaml', 'a/b.yml'] },
  { pattern: '**/*.yaml', yes: ['b.yaml', 'a/b.yaml', 'a/x/b.yaml'], no: ['b.yml'] },
  {
    pattern: '/apps/github',
    yes: ['apps/github', 'apps/github/a', 'apps/github/a/b'],
    no: ['apps/githubx', 'x/apps/github', 'apps']
  },
  { pattern: 'apps/github', yes: ['apps/github', 'apps/github/a'], no: ['x/apps/github'] },
  {
    pattern: '/grants/systems/aws-prod/billing-read/',
    yes: [
      'grants/systems/aws-prod/billing-read/alice.yaml',
      'grants/systems/aws-prod/billing-read/team/alice.yaml',
      'grants/systems/aws-prod/billing-read/entitlement.yaml'
    ],
    no: [
      'grants/systems/aws-prod/billing-reader/alice.yaml',
      'grants/systems/aws-prod/Billing-read/alice.yaml',
      'x/grants/systems/aws-prod/billing-read/alice.yaml',
      'grants/systems/aws-prod/billing-read'
    ]
  },
  {
    pattern: '/grants/systems/aws-prod/billing-read/entitlement.yaml',
    yes: ['grants/systems/aws-prod/billing-read/entitlement.yaml'],
    no: [
      'grants/systems/aws-prod/billing-read/entitlement.yml',
      'grants/systems/aws-prod/billing-read/x/entitlement.yaml',
      'grants/systems/aws-prod/billing-read/alice.yaml'
    ]
  },
  {
    pattern: '/grants/*',
    yes: ['grants/grantbook.yaml'],
    no: ['grants/people/alice.yaml', 'grants/systems/aws-prod/system.yaml']
  },
  {
    pattern: 'grants/people/*.yaml',
    yes: ['grants/people/alice.yaml'],
    no: ['grants/people/eu/alice.yaml', 'grants/people/alice.yml']
  },
  {
    pattern: 'grants/**/alice.yaml',
    yes: ['grants/alice.yaml', 'grants/people/alice.yaml', 'grants/systems/a/b/alice.yaml'],
    no: ['alice.yaml', 'grants/people/malice.yaml']
  },
  { pattern: 'fo?', yes: ['foo', 'fox', 'a/foo', 'foo/a'], no: ['fo', 'fooo', 'fo/x'] },
  { pattern: '/a?c', yes: ['abc', 'a-c'], no: ['ac', 'a/c', 'abbc'] },
  { pattern: '?', yes: ['a', 'x/b'], no: ['ab'] },
  { pattern: '*a*', yes: ['a', 'xay', 'b/xa', 'bar/x'], no: ['b', 'b/c'] },
  { pattern: 'a*b*c', yes: ['abc', 'axbyc', 'abbcc', 'abcbc'], no: ['ab', 'acb', 'abcd'] },
  { pattern: '*.*', yes: ['a.b', '.b', 'x/a.b'], no: ['a', 'x/y'] },
  { pattern: 'a**b', yes: ['ab', 'axxb'], no: ['a/b', 'a/x/b'] },
  { pattern: '/x/**y', yes: ['x/y', 'x/ay'], no: ['x/a/y'] },
  { pattern: 'src/[ab].ts', yes: ['src/[ab].ts'], no: ['src/a.ts', 'src/b.ts'] },
  { pattern: '[a-z]', yes: ['[a-z]', 'x/[a-z]'], no: ['a', 'x/b'] },
  { pattern: '{a,b}', yes: ['{a,b}'], no: ['a', 'b'] },
  { pattern: 'a.b', yes: ['a.b'], no: ['axb', 'ab'] },
  { pattern: '(a|b)+', yes: ['(a|b)+'], no: ['a', 'ab'] },
  { pattern: '^a$', yes: ['^a$'], no: ['a'] },
  { pattern: 'my\\ docs/', yes: ['my docs/a', 'x/my docs/a'], no: ['my/docs/a', 'my\\ docs/a'] },
  { pattern: '/a\\*b', yes: ['a*b'], no: ['axb', 'ab'] },
  { pattern: '/a\\?b', yes: ['a?b'], no: ['axb'] },
  { pattern: '/a\\\\b', yes: ['a\\b'], no: ['ab'] },
  { pattern: '/café/', yes: ['café/a'], no: ['cafe/a', 'CAFÉ/a'] },
  { pattern: '/İstanbul', yes: ['İstanbul'], no: ['istanbul', 'i̇stanbul'] },
  { pattern: '.github/', yes: ['.github/CODEOWNERS', 'x/.github/a'], no: ['.github', 'github/a'] },
  { pattern: '.*', yes: ['.github/a', '.x', 'a/.y'], no: ['a', 'a/b.c'] },
  {
    pattern: '/.github/workflows/*.yml',
    yes: ['.github/workflows/apply.yml'],
    no: ['.github/workflows/x/apply.yml', '.github/apply.yml']
  },
  {
    pattern: 'package*.json',
    yes: ['package.json', 'package-lock.json', 'x/package.json'],
    no: ['package.json5', 'mypackage.json']
  },
  { pattern: 'a/', yes: ['a/b', 'a/a/b', 'b/a/c'], no: ['a', 'b/a'] },
  { pattern: 'a/b/', yes: ['a/b/c'], no: ['x/a/b/c', 'a/b'] },
  { pattern: 'a//b', yes: [], no: ['a/b', 'a/x/b'] },
  { pattern: '/constructor/', yes: ['constructor/a'], no: ['a'] },
  { pattern: '__proto__', yes: ['__proto__', 'a/__proto__/b'], no: ['proto'] }
]
