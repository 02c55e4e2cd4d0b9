/** What the landing page's editor holds: short enough to read in a minute, and worth changing. */
export const sampleDeck = `# Containers are processes

What runs when you type \`docker run\`

---

## Three things make a container

- **Namespaces**: what it can see
- **Control groups**: what it can use
- **A root file system**: what it starts from

<!-- A note for the speaker: only you see this, at the presenter's desk. -->

---

## See for yourself

~~~bash
docker run -d --name web nginx
docker inspect -f '{{.State.Pid}}' web
ls -l /proc/$(pidof -s nginx)/ns
~~~

No hypervisor, no guest. One more process in the list.

---

## What it costs

| One of them | Virtual machine | Container |
| :--- | ---: | ---: |
| Start | 20 s | 0.3 s |
| Memory | 512 MB | 8 MB |
| On a laptop | 5 | 500 |
`;
