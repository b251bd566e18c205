import {Tabs as Radix} from 'radix-ui';
import type {ReactNode} from 'react';
import './tabs.css';

export type TabsProps<Tab extends string> = {
  /** What the tabs are about. */
  label: string;
  tabs: readonly {value: Tab; label: string; icon?: ReactNode; panel: ReactNode}[];
  value: Tab;
  onChange: (tab: Tab) => void;
  /** What stands at the end of their row. */
  end?: ReactNode;
};

/** Panels of which one is shown. */
export const Tabs = <Tab extends string>({label, tabs, value, onChange, end}: TabsProps<Tab>) => {
  const choose = (chosen: string) => {
    const tab = tabs.find((known) => known.value === chosen);
    if (tab) onChange(tab.value);
  };
  return (
    <Radix.Root className="tabs" value={value} onValueChange={choose}>
      <div className="tabs-row">
        <Radix.List className="tabs-list" aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.value} className="tabs-tab" value={tab.value}>
              {tab.icon}
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {end}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} className="tabs-panel" value={tab.value}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
};
