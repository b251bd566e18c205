import {Switch} from 'radix-ui';
import {Dialog, Keys} from '../look';
import {studio, useSession} from '../session';
import {deedsOf} from './deeds';
import type {Deed} from './deeds';
import type {PageDeeds} from './page';

const IN_FIELD: [string, string][] = [
  ['Send', 'Enter'],
  ['New line', 'Shift Enter'],
  ['What you said before', '↑'],
  ['Clear', 'Esc'],
];

const GROUPS = ['Film', 'Scene', 'View'] as const;

export type ShortcutSheetProps = {page: PageDeeds; open: boolean; onClose: () => void};

/** Lists what is done by which keys. */
export const ShortcutSheet = ({page, open, onClose}: ShortcutSheetProps) => {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" shape="wide">
      <div className="shell-sheet">
        {GROUPS.map((group) => (
          <Group key={group} name={group} rows={rowsOf(page, group)} />
        ))}
        <Group name="What you say" rows={IN_FIELD} />
      </div>
      <SingleKeys />
    </Dialog>
  );
};

const rowsOf = (page: PageDeeds, wanted: Deed['group']): [string, string][] =>
  deedsOf(studio.store.getState(), page).flatMap(({name, group, keys}) =>
    group === wanted && keys?.[0] ? [[name, keys[0]]] : [],
  );

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
