"use client";
import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { Avatar, type AvatarProps } from "@/components/ui/avatar";
import type { PeopleStore } from "@/lib/collab/client/people";
import { personColor } from "@/lib/collab/protocol/person-color";

/** Says in which colour somebody is shown. */
const ColorOf = createContext<(id: string) => string>(personColor);

/** Within it those who are here have the colour of their caret; everybody else has their own. */
export function ColorsHere({ people, children }: { readonly people: PeopleStore; readonly children: ReactNode }) {
  const here = useSyncExternalStore(people.subscribe, people.get, people.get);
  const colorOf = useMemo(() => {
    const colors = new Map(here.map(({ id, color }) => [id, color]));
    return (id: string) => colors.get(id) ?? personColor(id);
  }, [here]);
  return <ColorOf value={colorOf}>{children}</ColorOf>;
}

/** A person as letters on the colour that they are shown in. */
export function PersonAvatar({ id, ...props }: Omit<AvatarProps, "color"> & { readonly id: string }) {
  const colorOf = useContext(ColorOf);
  return <Avatar {...props} color={colorOf(id)} />;
}
