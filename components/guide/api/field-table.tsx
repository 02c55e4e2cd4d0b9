import type { Field } from "@/lib/api/openapi/fields";

/** Fields by name, with what each is. */
export function FieldTable({ title, fields }: { readonly title: string; readonly fields: readonly Field[] }) {
  return (
    <table className="mt-3 w-full border-collapse text-left text-[13px] leading-5">
      <caption className="pb-1 text-left text-[12px] font-medium text-dim">{title}</caption>
      <tbody>
        {fields.map(({ name, type, isRequired, depth }, index) => (
          <tr key={index} className="border-t border-line align-top">
            <th scope="row" className="w-[38%] py-1.5 pr-4 font-mono font-normal break-words" style={{ paddingLeft: `${depth * 16}px` }}>
              {name}
              {isRequired ? null : <span className="font-sans text-dim"> optional</span>}
            </th>
            <td className="py-1.5 break-words text-dim">{type}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
