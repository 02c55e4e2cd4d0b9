import { expect, test } from "vitest";
import { chartKinds } from "@/lib/deck/chart/chart";
import { drawChart } from "@/lib/deck/chart/draw";
import { readChart } from "@/lib/deck/chart/read";

const size = { width: 1136, height: 464 };
const draw = (text: string, info: string, canvas = size) => {
  const chart = readChart(text, info);
  return "problem" in chart ? chart.problem : drawChart(chart, canvas);
};
const hostile = '"</text></svg><script>alert(1)</script>","a"" onload=""x"\n<img src=x onerror=alert(1)>,3\n&amp;,4';

test.each(chartKinds)("no text of a %s chart is markup", (kind) => {
  const html = draw(hostile, `${kind} [<b>"title"</b>]`);
  expect(html).toContain("<svg");
  expect(html).not.toMatch(/<(?:script|img|b)\b/);
  expect([...html.matchAll(/<([a-z]+)/gi)].map((match) => match[1])).not.toContain("script");
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
});

test.each(chartKinds)("a %s chart has a name, a description and its data as a table", (kind) => {
  const html = draw("Where,Minutes\nInstall,6.2\nTypes,4.7", kind);
  expect(html).toMatch(
    /<svg [^>]*role="img"><title>[^<]+<\/title><desc>2 rows by Where\. Minutes: lowest 4\.7 \(Types\), highest 6\.2 \(Install\)\.<\/desc>/,
  );
  expect(html).toContain('<th scope="row">Install</th><td>6.2</td>');
});

test("a corner without words is no heading of its column", () => {
  expect(draw(",Minutes\nInstall,6.2", "bar")).toContain('<thead><tr><td></td><th scope="col">Minutes</th></tr></thead>');
});

test.each(chartKinds)("a %s chart holds no number that is none, whatever its data", (kind) => {
  for (const text of ["a,b\nx,0", "a,b\nx,-1\ny,5", "a,b\nx,1", "a,b,c\nx,,2\ny,3,\nz,1,1", "a,b\nx,1e300\ny,-1e300"]) {
    expect(draw(text, kind)).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test("bars with names too long to stand below them lie", () => {
  const standing = draw("Language,Teams\nGo,12\nRust,9", "bar");
  const lying = draw(
    "What,Share\nI wait for the build more than an hour on each and every single day of the long week that follows on the week before,62\nNo,3",
    "bar",
  );
  expect(standing).not.toContain('class="chart-name end"');
  expect(lying).toContain('class="chart-name end"');
});

test.each([
  ["a,b,c\nx,1,2", /one column of numbers; this one has 2/],
  ["a,b\nx,-1", /no negative parts/],
  ["a,b\nx,0", /All parts of this pie are zero/],
  [`a,b\n${"x,1\n".repeat(9)}`, /up to 8 parts; this one has 9/],
])("a pie of %j says why it can't be drawn", (text, problem) => {
  expect(draw(text, "pie")).toMatch(problem);
});

test("a wide drawing comes with one for narrow pages, a narrow one alone", () => {
  expect(draw("a,b\nx,1", "bar").match(/<svg/g)).toHaveLength(2);
  expect(draw("a,b\nx,1", "bar", { width: 440, height: 464 })).toEqual(expect.stringMatching(/^<svg class="chart-any"/));
});
