import { expect, test } from "vitest";
import { readVideo } from "@/lib/deck/video-address";

const youTube = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0";
const vimeo = "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1";

test.each([
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", youTube],
  ["http://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share", youTube],
  ["https://youtu.be/dQw4w9WgXcQ?t=90", `${youTube}&start=90`],
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s", `${youTube}&start=90`],
  ["https://youtube.com/shorts/dQw4w9WgXcQ", youTube],
  ["https://www.youtube.com/live/dQw4w9WgXcQ", youTube],
  ["//www.youtube.com/embed/dQw4w9WgXcQ?start=12", `${youTube}&start=12`],
  [
    "https://www.youtube.com/embed/videoseries?list=PLabcdefgh",
    "https://www.youtube-nocookie.com/embed/videoseries?autoplay=1&rel=0&list=PLabcdefgh",
  ],
  ["https://vimeo.com/76979871", vimeo],
  ["https://vimeo.com/channels/staffpicks/76979871#t=1m", `${vimeo}#t=60s`],
  ["https://vimeo.com/76979871/abcdef0123", `${vimeo}&h=abcdef0123`],
  ["https://player.vimeo.com/video/76979871?h=abcdef0123", `${vimeo}&h=abcdef0123`],
])("%s is framed as %s", (url, frame) => {
  expect(readVideo(url)?.frame).toBe(frame);
});

test.each([
  "https://www.youtube.com/",
  "https://www.youtube.com/@somebody",
  "https://www.youtube.com/watch?v=<script>",
  "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
  "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
  "javascript:https://youtu.be/dQw4w9WgXcQ",
  "https://vimeo.com/about",
  "youtu.be",
])("%s is no film", (url) => {
  expect(readVideo(url)).toBeUndefined();
});
