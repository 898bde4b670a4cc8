{{/* A quantity of Kubernetes in bytes: 512Mi is 536870912. */}}
{{- define "todo-app.bytes" -}}
{{- $units := dict "" 1 "k" 1000 "M" 1000000 "G" 1000000000 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 }}
{{- $quantity := toString . }}
{{- mulf (regexFind "^[0-9.]+" $quantity | float64) (index $units (regexFind "[A-Za-z]*$" $quantity)) | int64 }}
{{- end }}
