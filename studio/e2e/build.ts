import {execFileSync} from 'node:child_process';
import {ROOT} from './place';

/** Builds the page, and the stand on which tests put scenes of their own. */
export default (): void => {
  execFileSync('npm', ['run', '--silent', 'build', '--', '--stand'], {cwd: ROOT, stdio: 'inherit'});
};
