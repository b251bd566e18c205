import {Switch} from 'radix-ui';
import {Dialog, Keys} from '../look';
import {studio, useSession} from '../session';
import type {Deed} from './deeds';

const IN_FIELD: [string, string][] = [
  ['Send', 'Enter'],
  ['New line', 'Shift Enter'],
  ['What you said before', '↑'],
  ['Clear', 'Esc'],
];

const GROUPS = ['Film', 'Scene', 'View'] as const;

export type ShortcutSheetProps = {deeds: Deed[]; open: boolean; onClose: () => void};

/** Lists what is done by which keys. */
export const ShortcutSheet = ({deeds, open, onClose}: ShortcutSheetProps) => {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" shape="wide">
      <div className="shell-sheet">
        {GROUPS.map((group) => (
          <Group key={group} name={group} rows={rowsOf(deeds, group)} />
        ))}
        <Group name="What you say" rows={IN_FIELD} />
      </div>
      <SingleKeys />
    </Dialog>
  );
};

const rowsOf = (deeds: Deed[], wanted: Deed['group']): [string, string][] =>
  deeds.flatMap(({name, group, keys}) => (group === wanted && keys?.[0] ? [[name, keys[0]]] : []));

const SingleKeys = () => {
  const hasSingleKeys = useSession((session) => session.hasSingleKeys);
  return (
    <label className="shell-switch">
      <Switch.Root
        className="shell-switch-track"
        checked={hasSingleKeys}
        onCheckedChange={studio.choosing.setSingleKeys}
      >
        <Switch.Thumb className="shell-switch-thumb" />
      </Switch.Root>
      Keys without Ctrl do something
    </label>
  );
};

const Group = ({name, rows}: {name: string; rows: [string, string][]}) =>
  rows.length > 0 && (
    <section>
      <h3>{name}</h3>
      <dl>
        {rows.map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <Keys of={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
