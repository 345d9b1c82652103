// A photo for whoever has none at hand: a counter with somebody behind it, drawn on the spot.
export function sample() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 960, height: 640 });
  const draw = canvas.getContext("2d");
  const box = (colour, ...where) => { draw.fillStyle = colour; draw.fillRect(...where); };
  const disc = (colour, x, y, r, to = 2 * Math.PI) => {
    draw.fillStyle = colour;
    draw.beginPath();
    draw.arc(x, y, r, to === Math.PI ? Math.PI : 0, 2 * Math.PI);
    draw.fill();
  };
  box("#dfe9e4", 0, 0, 960, 640);
  box("#c9d9d2", 0, 0, 960, 150);
  box("#17544d", 290, 40, 380, 76);
  Object.assign(draw, { fillStyle: "#fbf7ef", font: "600 42px sans-serif", textAlign: "center" });
  draw.fillText("LOKET 1", 480, 93);
  disc("#3a2b22", 480, 262, 82);
  disc("#c98f66", 480, 284, 68);
  disc("#2b5f88", 480, 500, 150, Math.PI);
  box("#8a5f3c", 0, 460, 960, 180);
  box("#a4754d", 0, 446, 960, 26);
  box("#ffffff", 560, 380, 150, 70);
  box("#b9c7c1", 578, 398, 112, 8);
  box("#b9c7c1", 578, 418, 84, 8);
  box("#26322f", 210, 330, 170, 112);
  box("#7fb3a6", 222, 342, 146, 88);
  return new Promise((done) => canvas.toBlob((blob) =>
    done(new File([blob], "foto-contoh.jpg", { type: "image/jpeg" })), "image/jpeg", 0.85));
}
