extension StepProof {
  /// Every prediction can be played when the step is entered, and has an answer that no
  /// misconception comes near.
  mutating func provePredictions() {
    let situation = start.situation
    for prediction in step.predictions {
      let texts = [prediction.story, prediction.question].compactMap { $0 }
      for template in texts { prove(template, in: situation, at: prediction.position) }
      guard let playing = prediction.play(in: situation) else {
        proveRefusal(of: prediction)
        continue
      }
      guard let answer = playing.answer.number else {
        add(.noAnswer(prediction: prediction.name), at: prediction.position)
        continue
      }
      for model in prediction.models {
        prove(model.feedback, in: situation, answer: playing.answer, at: model.position)
      }
      if let reason = prediction.reason {
        let asked = situation.with(playing.before)
        prove(reason, in: asked, answer: playing.answer, at: prediction.position)
      }
      proveDistances(of: prediction, answer, playing)
    }
  }

  private mutating func proveRefusal(of prediction: Prediction) {
    var walk = start.walk
    guard let refused = walk.type(prediction.commands) else { return }
    add(
      .refused(.prediction(prediction.name), line: refused.line, refused.refusal),
      at: refused.position ?? prediction.position
    )
  }

  /// No two of the answer and the models lie within twice the tolerance.
  private mutating func proveDistances(
    of prediction: Prediction,
    _ answer: Double,
    _ playing: Playing
  ) {
    var known = [Finding.NamedValue(name: "the answer", value: answer)]
    for model in prediction.models {
      guard let value = prediction.value(of: model, playing, start.situation).number else {
        add(
          .modelWithoutValue(prediction: prediction.name, model: model.name),
          at: model.position
        )
        continue
      }
      let named = Finding.NamedValue(name: model.name, value: value)
      for other in known where abs(other.value - value) <= 2 * prediction.near {
        add(.tooClose(question: prediction.name, one: other, other: named), at: model.position)
      }
      known.append(named)
    }
  }
}
